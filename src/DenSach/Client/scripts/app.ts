// Comfort only: every page can be read and every form posted without this file.
import { askFirst } from "./ask";
import { copyButtons } from "./copy";
import { fileSizes } from "./files";
import { postOnce } from "./once";
import { warnBeforeLeaving } from "./leaving";

askFirst();
postOnce();
warnBeforeLeaving();
copyButtons();
fileSizes();

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
