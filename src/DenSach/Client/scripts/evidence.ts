/**
 * Takes a photo without leaving the form: makes it smaller, sends it first, then names its hash for the line. Where anything of this fails the button
 * does what it does without a script: it keeps the draft and leads to the page for the file.
 */
const LONGEST_SIDE = 1600;

export function takePhotos(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-sheet]");
  if (!form) return;
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[data-evidence]")) {
    const picker = Object.assign(document.createElement("input"), { type: "file", accept: "image/jpeg,image/png,image/webp,application/pdf", hidden: true });
    // Outside the form, so that it is never posted with it.
    document.body.append(picker);
    button.addEventListener("click", (event) => {
      if (button.dataset.failed) return;
      event.preventDefault();
      picker.click();
    });
    picker.addEventListener("change", () => {
      const file = picker.files?.[0];
      picker.value = "";
      if (file) void send(form, button, file);
    });
  }
}

/** The server's own sentence; any other failure is the line's. */
class Refused extends Error {}

const said = (failure: unknown): string => (failure instanceof Refused ? failure.message : "");

async function send(form: HTMLFormElement, button: HTMLButtonElement, file: File): Promise<void> {
  const sheet = form.dataset.sheet!;
  const line = button.dataset.evidence!;
  const words = button.nextElementSibling;
  words?.classList.remove("differs");
  button.setAttribute("aria-busy", "true");
  button.disabled = true;
  try {
    const uploaded = await fetch(`/api/files?assessment=${sheet}`, { method: "POST", body: await smaller(file) });
    const stored = (await uploaded.json()) as { sha256: string; title?: string };
    if (!uploaded.ok) throw new Refused(stored.title);
    const attached = await fetch(`/api/assessments/${sheet}/evidence`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ commandId: newId(), lineId: line, files: [stored.sha256] }),
    });
    const result = (await attached.json()) as { evidenceIds: string[]; basedOn: number; version: number; title?: string };
    if (!attached.ok) throw new Refused(result.title);
    const based = form.elements.namedItem("BasedOn") as HTMLInputElement;
    // The form stays current unless somebody else wrote in between; then the server will say so.
    if (Number(based.value) === result.basedOn) based.value = String(result.version);
    if (words) words.textContent = "";
    for (const id of result.evidenceIds) show(form, sheet, line, id, file);
    form.querySelector(`[name^="Answers["],[name^="Facts["]`)?.dispatchEvent(new Event("input", { bubbles: true }));
  } catch (failure) {
    if (words) words.textContent = said(failure) || form.dataset.unsent || "";
    words?.classList.add("differs");
    if (!(failure instanceof Refused)) button.dataset.failed = "yes";
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

function show(form: HTMLFormElement, sheet: string, line: string, id: string, file: File): void {
  const place = form.querySelector(`[data-evidence-of="${CSS.escape(line)}"]`);
  if (!place) return;
  const link = Object.assign(document.createElement("a"), { href: `/danh-gia/${sheet}/minh-chung/${id}` });
  if (place.querySelector(`a[href="${link.getAttribute("href")}"]`)) return;
  if (file.type.startsWith("image/")) link.append(Object.assign(document.createElement("img"), { src: link.href, alt: file.name, width: 64, height: 64 }));
  else link.textContent = file.name;
  place.append(link);
}

/** Photos of a telephone weigh megabytes; what a reviewer needs to see does not. */
async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith("image/") || file.size < 400_000 || !("createImageBitmap" in window)) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.82));
    return made && made.size < file.size ? made : file;
  } catch {
    return file;
  }
}

/** Works without https too, where the browser has no randomUUID. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
