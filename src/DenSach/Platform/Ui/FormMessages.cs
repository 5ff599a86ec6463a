using Microsoft.AspNetCore.Mvc;

namespace DenSach.Platform.Ui;

/// <summary>What a form says when a field cannot be read at all. Rules of the domain speak for themselves in the use case.</summary>
internal static class FormMessages
{
    public static void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => "Hãy điền ô này.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Hãy điền ô này.");
        messages.SetMissingKeyOrValueAccessor(() => "Hãy điền ô này.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu không có nội dung.");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}” không đọc được ở ô này. Hãy xem lại rồi nhập lại.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” không đọc được. Hãy xem lại rồi nhập lại.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị ở ô này không đọc được. Hãy nhập lại.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Có giá trị không đọc được. Hãy nhập lại.");
        messages.SetValueIsInvalidAccessor(value => $"“{value}” không đọc được ở ô này. Hãy xem lại rồi nhập lại.");
        messages.SetValueMustBeANumberAccessor(_ => "Ô này cần một con số.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Ô này cần một con số.");
    }
}
