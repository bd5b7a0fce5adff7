/** The browser's own question whether to install, kept until somebody wants to be asked. */
export interface InstallQuestion extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

let question: InstallQuestion | null = null;
const watchers = new Set<() => void>();

/** Catches the question, which comes early and once. Called by the entry. */
export function catchInstallQuestion(): void {
  const set = (next: InstallQuestion | null) => {
    question = next;
    for (const watch of watchers) watch();
  };
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    set(event as InstallQuestion);
  });
  window.addEventListener('appinstalled', () => set(null));
}

export const installQuestion = (): InstallQuestion | null => question;

export function watchInstallQuestion(watch: () => void): () => void {
  watchers.add(watch);
  return () => void watchers.delete(watch);
}
