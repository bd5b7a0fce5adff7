/** What of a key press matters; a `KeyboardEvent` fits. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  target: EventTarget | null;
}

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=file]),textarea,select,[contenteditable=true],[role=listbox],[role=combobox],[role=treegrid]';

const isTyping = (target: EventTarget | null) =>
  (target as Partial<Element> | null)?.closest?.(TYPING) != null;

/**
 * The shortcut a press means, or null: letters typed into a field, with a modifier, or under an open dialog are never
 * one.
 */
export function shortcutOf(press: Press, dialogOpen: boolean): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey || dialogOpen || isTyping(press.target)) return null;
  return press.key.length === 1 ? press.key.toLowerCase() : press.key;
}
