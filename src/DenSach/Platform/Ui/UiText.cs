namespace DenSach.Platform.Ui;

/// <summary>The words of the frame, the shared parts and the error pages: Vietnamese is the key, English stands in UiText.en.resx.</summary>
public sealed class UiText;
