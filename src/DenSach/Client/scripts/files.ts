/** Says at once that a file is too large, before a slow line carries it for nothing. The server says so too. */
export function fileSizes(): void {
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "file" || !input.dataset.maxBytes) return;
    const most = Number(input.dataset.maxBytes);
    const large = [...(input.files ?? [])].some((file) => file.size > most);
    input.setCustomValidity(large ? (input.dataset.tooLarge ?? "Tệp quá lớn.") : "");
    input.reportValidity();
  });
}
