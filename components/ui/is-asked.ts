/** Whether something stands above the page that wants its answer first: the page's own keys mean nothing then. */
export function isAsked(): boolean {
  return document.querySelector("dialog[open], [role=dialog], [role=alertdialog]") !== null;
}
