import type { HtmlElement, HtmlNode } from "./nodes.ts";
import { attribute } from "./rules.ts";

/** Kinds of `<input>` that show no text of the page. */
const NO_TEXT = new Set("hidden submit button reset image file password color range".split(" "));

/** What a form's control shows: the value in a box, the option chosen, a ticked or empty box (HTML, 4.10.5 and 4.10.7). */
export function shownValue(control: HtmlElement): string {
  if (control.tagName === "textarea") return control.childNodes.map(textIn).join("");
  if (control.tagName === "select") {
    const options = optionsOf(control);
    const chosen = options.find((option) => attribute(option, "selected") !== undefined) ?? options[0];
    return chosen ? chosen.childNodes.map(textIn).join("").trim() : "";
  }
  const type = attribute(control, "type")?.toLowerCase() ?? "text";
  if (type === "checkbox" || type === "radio") return attribute(control, "checked") === undefined ? "□" : "☑";
  return NO_TEXT.has(type) ? "" : (attribute(control, "value") ?? "");
}

const textIn = (node: HtmlNode): string => (node.nodeName === "#text" ? (node as { value: string }).value : "");

const optionsOf = (element: HtmlElement): HtmlElement[] =>
  element.childNodes.flatMap((node) =>
    !("tagName" in node) ? [] : node.tagName === "option" ? [node] : node.tagName === "optgroup" ? optionsOf(node) : [],
  );
