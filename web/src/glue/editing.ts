// Changes to a field that the browser takes for typing, so that its own undo takes them back.
import { converter, converterSoon } from "./converter.js";

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Puts `text` in place of what is selected. The field has the focus afterwards. */
function typeOver(field: TextField, text: string): void {
  field.focus();
  const { value, selectionStart: from, selectionEnd: to } = field;
  if (from === to && !text) return;
  // Out of use by the standard, and still the only way into the browser's undo.
  if (document.execCommand(text ? "insertText" : "delete", false, text) && field.value !== value) return;
  field.setRangeText(text, from ?? 0, to ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

/** Offsets are UTF-16 units of the field's value. */
export function replaceRange(field: TextField, from: number, to: number, text: string, select: [number, number]): void {
  field.focus();
  field.setSelectionRange(from, to);
  typeOver(field, text);
  field.setSelectionRange(...select);
}

function inertBody(html: string): HTMLElement | null {
  try {
    return new DOMParser().parseFromString(html, "text/html").body;
  } catch {
    return null; // the page's policy wants trusted types: the words are pasted as they are
  }
}

function converted(html: string): string {
  const body = inertBody(html);
  return body && converter?.isFormatted(body) ? converter.markdownOf(body) : "";
}

/** Formatted words become Markdown; everything else is left to the browser. */
export function paste(event: ClipboardEvent): void {
  const { clipboardData, target } = event;
  const html = clipboardData?.getData("text/html");
  if (!html || !(target instanceof HTMLTextAreaElement)) return;
  const words = converted(html);
  if (converter && !words) return;
  const plain = clipboardData?.getData("text/plain") ?? "";
  event.preventDefault();
  if (words) typeOver(target, words);
  else void converterSoon().then(() => typeOver(target, converted(html) || plain));
}
