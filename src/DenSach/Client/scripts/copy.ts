/** "Chép để gửi Zalo": puts the text of another element on the clipboard and says so on the button. */
export function copyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (!source) continue;
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = source instanceof HTMLTextAreaElement ? source.value : source.innerText;
      button.textContent = (await copied(text, source)) ? (button.dataset.done ?? "✓") : (button.dataset.failed ?? "!");
      setTimeout(() => (button.textContent = words), 4000);
    });
  }
}

/** The clipboard is there on https only; over plain http in a commune office the old way still works. */
async function copied(text: string, source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (source instanceof HTMLTextAreaElement) source.select();
    else getSelection()?.selectAllChildren(source);
    return document.execCommand("copy");
  }
}
