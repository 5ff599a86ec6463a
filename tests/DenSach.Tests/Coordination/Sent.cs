using System.Net;
using System.Text.Json;
using DenSach.Modules.Areas;

namespace DenSach.Tests.Coordination;

/// <summary>What a program sends of committees and regulations.</summary>
internal static class Sent
{
    public static object Found(int area, string name = "Ban chỉ đạo thử", string from = "2026-03-15", string? number = "12/QĐ-UBND", Guid? plan = null) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            areaId = area,
            name,
            decisionNumber = number,
            from,
            planId = plan,
        };

    public static object Change(Guid id, int version, string day = "2026-11-21", int? member = null, bool dissolve = false, string? name = null, string? position = "Ủy viên") =>
        new
        {
            commandId = Guid.CreateVersion7(),
            committeeId = id,
            basedOn = version,
            member,
            dissolve,
            name,
            position,
            day,
        };

    public static object Keep(
        string parties,
        Guid? id = null,
        int version = 0,
        string? review = null,
        string? reviewOn = null,
        bool end = false,
        int area = KnownAreas.BinhLu,
        string? number = null
    ) =>
        new
        {
            commandId = Guid.CreateVersion7(),
            regulationId = id,
            basedOn = version,
            areaId = area,
            title = "Quy chế phối hợp thử",
            number,
            parties,
            review,
            reviewOn,
            end,
        };

    public static async Task<Guid> IdAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetGuid();
    }
}
