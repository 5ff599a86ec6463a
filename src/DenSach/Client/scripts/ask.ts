/** A button with data-confirm asks first, in a dialog that says what will happen. Its words come from the page's template. */
export function askFirst(): void {
  const template = document.querySelector<HTMLTemplateElement>("template#ask");
  if (!template || !("showModal" in HTMLDialogElement.prototype)) return;

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    const question = button?.dataset.confirm;
    if (!button || !question || button.dataset.confirmed) {
      if (button) delete button.dataset.confirmed;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const dialog = template.content.firstElementChild!.cloneNode(true) as HTMLDialogElement;
    dialog.querySelector("p")!.textContent = question;
    dialog.querySelector("[value=yes]")!.textContent = button.textContent?.trim() ?? "";
    document.body.append(dialog);
    dialog.addEventListener("close", () => {
      const yes = dialog.returnValue === "yes";
      dialog.remove();
      button.focus();
      if (yes) {
        button.dataset.confirmed = "yes";
        (button as HTMLButtonElement).form?.requestSubmit(button);
      }
    });
    dialog.showModal();
  });
}
