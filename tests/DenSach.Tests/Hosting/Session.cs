using System.Net;
using System.Net.Http.Json;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DenSach.Tests.Hosting;

/// <summary>Somebody at the application without a script: follows links, fills forms, keeps cookies.</summary>
public sealed class Session : IDisposable
{
    private readonly HttpClient client;

    public Session(Uri address)
    {
        client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = true }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http => client;

    public async Task<PageView> GetAsync(string url) => await PageView.ReadAsync(this, await client.GetAsync(url));

    public async Task<PageView> PostAsync(string url, HttpContent content) => await PageView.ReadAsync(this, await client.PostAsync(url, content));

    public Task<HttpResponseMessage> PostJsonAsync(string url, object body) => client.PostAsJsonAsync(url, body);

    public void Dispose() => client.Dispose();
}

/// <summary>A page as it came: status, document and its forms.</summary>
public sealed class PageView
{
    private readonly Session session;

    private PageView(Session session, HttpResponseMessage response, string html, IDocument document) =>
        (this.session, Response, Html, Document) = (session, response, html, document);

    public HttpResponseMessage Response { get; }
    public HttpStatusCode Status => Response.StatusCode;
    public string Path => Response.RequestMessage!.RequestUri!.PathAndQuery;
    public string Html { get; }
    public IDocument Document { get; }

    /// <summary>What a person reads, runs of white space as one space.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<PageView> ReadAsync(Session session, HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html).Address(response.RequestMessage!.RequestUri!.ToString()));
        return new PageView(session, response, html, document);
    }

    public IElement? Find(string selector) => Document.QuerySelector(selector);

    public IEnumerable<IElement> FindAll(string selector) => Document.QuerySelectorAll(selector);

    public Task<PageView> FollowAsync(string linkText)
    {
        var link =
            Document.Links.FirstOrDefault(a => a.TextContent.Contains(linkText, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No link \"{linkText}\" on {Path}:\n{Text}");
        return session.GetAsync(link.GetAttribute("href")!);
    }

    /// <summary>The form that holds a button with this text.</summary>
    public FormFill Form(string button) => FormAt("", button);

    /// <summary>The same inside a part of the page.</summary>
    public FormFill FormAt(string part, string button)
    {
        var element =
            Document
                .QuerySelectorAll($"{part} button, {part} input[type=submit]")
                .FirstOrDefault(b => (b.TextContent + b.GetAttribute("value")).Contains(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button \"{button}\" on {Path} ({(int)Status}):\n{Text}");
        var form = element is IHtmlButtonElement { Form: { } owner } ? owner : element.Closest("form") as IHtmlFormElement;
        return new FormFill(session, form ?? throw new InvalidOperationException($"The button \"{button}\" stands in no form."), element, Path);
    }
}

/// <summary>A form being filled in; posts what a browser would.</summary>
public sealed class FormFill
{
    private readonly Session session;
    private readonly string address;
    private readonly string method;
    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly List<(string Name, string FileName, string Type, byte[] Bytes)> files = [];

    internal FormFill(Session session, IHtmlFormElement form, IElement button, string page)
    {
        this.session = session;
        address = button.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page;
        method = form.Method ?? "get";
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }
            switch (element)
            {
                case IHtmlInputElement { Type: "file" or "submit" or "button" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box when !box.IsChecked:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => new KeyValuePair<string, string>(name, o.Value)));
                    break;
            }
        }
        if (button.GetAttribute("name") is { Length: > 0 } chosen)
        {
            fields.Add(new(chosen, button.GetAttribute("value") ?? ""));
        }
    }

    public string? this[string name] => fields.LastOrDefault(f => f.Key == name).Value;

    public FormFill Set(string name, string value)
    {
        fields.RemoveAll(f => f.Key == name);
        fields.Add(new(name, value));
        return this;
    }

    /// <summary>One value more under a name: a second box that is ticked.</summary>
    public FormFill Also(string name, string value)
    {
        fields.Add(new(name, value));
        return this;
    }

    public FormFill Without(string name)
    {
        fields.RemoveAll(f => f.Key == name);
        return this;
    }

    public FormFill Attach(string name, string fileName, string type, byte[] bytes)
    {
        files.Add((name, fileName, type, bytes));
        return this;
    }

    public Task<PageView> SubmitAsync()
    {
        if (string.Equals(method, "get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
            return session.GetAsync($"{address.Split('?')[0]}?{query}");
        }
        if (files.Count == 0)
        {
            return session.PostAsync(address, new FormUrlEncodedContent(fields));
        }
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }
        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Bytes);
            part.Headers.ContentType = new(file.Type);
            content.Add(part, file.Name, file.FileName);
        }
        return session.PostAsync(address, content);
    }
}
