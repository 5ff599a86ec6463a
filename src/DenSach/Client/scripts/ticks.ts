/** One box that ticks a whole list; shown only where scripts run. */
export function tickAll(): void {
  for (const all of document.querySelectorAll<HTMLInputElement>("input[data-check-all]")) {
    const boxes = () => document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${all.dataset.checkAll}"]`);
    if (boxes().length === 0) continue;
    all.closest("label")!.hidden = false;
    all.addEventListener("change", () => boxes().forEach((box) => (box.checked = all.checked)));
  }
}
