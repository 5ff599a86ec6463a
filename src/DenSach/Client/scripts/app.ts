// Comfort only: every page can be read and every form posted without this file.
import { askFirst } from "./ask";
import { copyButtons } from "./copy";
import { takePhotos } from "./evidence";
import { fileSizes } from "./files";
import { fromFragment } from "./fragment";
import { postOnce } from "./once";
import { warnBeforeLeaving } from "./leaving";
import { runningScore } from "./sheet";
import { tickAll } from "./ticks";

askFirst();
postOnce();
warnBeforeLeaving();
copyButtons();
fileSizes();
fromFragment();
tickAll();
runningScore();
takePhotos();

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
