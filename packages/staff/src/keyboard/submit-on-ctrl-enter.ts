/** For a form's `ref`: Ctrl+Enter (⌘↵) sends it from any field, also from a text of several lines. */
export function submitOnCtrlEnter(form: HTMLFormElement | null): (() => void) | undefined {
  if (!form) return undefined;
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener('keydown', listen);
  return () => form.removeEventListener('keydown', listen);
}
