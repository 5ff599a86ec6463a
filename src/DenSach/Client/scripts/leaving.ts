/** Warns before a form with something typed in it is left. A form marked data-free holds nothing worth keeping. */
export function warnBeforeLeaving(): void {
  const edited = new Set<HTMLFormElement>();

  document.addEventListener("input", (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form?.method === "post" && !form.hasAttribute("data-free")) edited.add(form);
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) edited.clear();
  });
  window.addEventListener("beforeunload", (event) => {
    if (edited.size > 0) event.preventDefault();
  });
}
