/** Fills a field from what stands behind the # of the address, as on the QR of a slip, and takes it out of the address again. */
export function fromFragment(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>("input[data-fragment]")) {
    const value = new URLSearchParams(location.hash.slice(1)).get(input.dataset.fragment!);
    if (!value) continue;
    input.value = value;
    history.replaceState(null, "", location.pathname + location.search);
  }
}
