/** Stands in a look whose ground is its page's alone, so that it is asked on every page. */
export const ownGround = "#";

/**
 * Marks three visible texts of each look with `data-look`, to be run in a page; none of those that are known. A look is all that contrast follows from:
 * color, size and weight, and the grounds up to the page's; what is placed out of the flow may stand on anything, and is a look of its own.
 */
export function markLooks(known: string[]): void {
  const knownLooks = new Set(known);
  const grounds = new Map<Element, string>();
  const seen = new Map<string, number>();
  for (const element of document.querySelectorAll("body, body *")) {
    const look = isText(element) && isVisible(element) ? lookOf(element) : "";
    if (look !== "" && isNew(look)) element.setAttribute("data-look", look);
    else if (element.hasAttribute("data-look")) element.removeAttribute("data-look");
  }

  function isNew(look: string): boolean {
    if (knownLooks.has(look)) return false;
    const count = (seen.get(look) ?? 0) + 1;
    seen.set(look, count);
    return count <= 3;
  }

  function lookOf(element: Element): string {
    const style = getComputedStyle(element);
    const isExempt = element.matches(":disabled, :disabled *, [aria-disabled=true], [aria-disabled=true] *");
    const hasValue = element instanceof HTMLInputElement && element.value !== "";
    const words = [style.color, style.fontSize, style.fontWeight, style.textShadow, style.fill];
    return [groundOf(element), ...words, element.matches("input, select, textarea"), isExempt, hasValue].join("|");
  }

  function groundOf(element: Element): string {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const isPlaced = !["static", "relative"].includes(style.position);
    const tint = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode].join();
    const own = `${tint === "rgba(0, 0, 0, 0),none,1,none,normal" ? "" : tint}${isPlaced ? `#${grounds.size}` : ""}`;
    const under = element.parentElement ? groundOf(element.parentElement) : "";
    const ground = own === "" ? under : `${under}/${own}`;
    grounds.set(element, ground);
    return ground;
  }

  function isVisible(element: Element): boolean {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  function isText(element: Element): boolean {
    const hasWords = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? "").trim() !== "",
    );
    return hasWords || element.matches("input, select, textarea, option");
  }
}
