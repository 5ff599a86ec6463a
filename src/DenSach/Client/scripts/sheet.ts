/** The family's form: the score runs along while answers are chosen. Scored by the server, by the same rules; nothing is kept. */
export function runningScore(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-sheet]");
  if (!form) return;
  let timer = 0;
  let asked = 0;

  form.addEventListener("change", (event) => onlyOneMeaning(event.target));
  form.addEventListener("input", (event) => {
    const name = (event.target as HTMLInputElement).name ?? "";
    if (!name.startsWith("Answers[") && !name.startsWith("Facts[")) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void score(), 250);
  });

  /** "None of these" and a tick contradict each other: the later one holds. */
  function onlyOneMeaning(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || target.type !== "checkbox" || !target.checked) return;
    for (const other of form!.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${target.name}"]`)) {
      if (other !== target && (target.value === "none" || other.value === "none")) other.checked = false;
    }
  }

  async function score(): Promise<void> {
    const turn = ++asked;
    try {
      const answer = await fetch(`/api/assessments/${form!.dataset.sheet}/preview`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ answers: fields("Answers"), facts: fields("Facts") }),
      });
      if (turn !== asked) return;
      if (!answer.ok) {
        // A sentence from the server, as when a figure is no number; without a line to the server the old score simply stays.
        show("[data-short]", ((await answer.json()) as { title?: string }).title ?? "");
        return;
      }
      const result = (await answer.json()) as { total: string; short: string; lines: Record<string, string> };
      show("[data-score]", result.total);
      show("[data-short]", result.short);
      for (const line of form!.querySelectorAll<HTMLElement>("[data-verdict]")) line.textContent = result.lines[line.dataset.verdict!] ?? "";
    } catch {
      // No network: what is typed stays in the form.
    }
  }

  function show(selector: string, text: string): void {
    const place = form!.querySelector(selector);
    if (place) place.textContent = text;
  }

  function fields(prefix: string): Record<string, string> {
    const read: Record<string, string> = {};
    new FormData(form!).forEach((value, name) => {
      if (typeof value !== "string" || value === "" || !name.startsWith(`${prefix}[`)) return;
      const key = name.slice(prefix.length + 1, -1);
      read[key] = key in read ? `${read[key]}+${value}` : value;
    });
    return read;
  }
}
