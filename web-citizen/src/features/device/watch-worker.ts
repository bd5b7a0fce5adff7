const hour = 3_600_000;

/**
 * Registers the service worker and calls back when a newer version than this page is ready; `takeOver` changes to it
 * and loads the page anew. Nothing changes under the reader without a word.
 */
export async function watchWorker(onNewVersion: (takeOver: () => void) => void): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' });

  const consider = async (worker: ServiceWorker) => {
    // The first one takes over by itself.
    if (!serviceWorker.controller) return;
    if (await isOfThisPage(worker)) return worker.postMessage('take-over');
    onNewVersion(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
      worker.postMessage('take-over');
    });
  };
  if (registration.waiting) void consider(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') void consider(installing);
    });
  });

  // A page that stays open for days hears of new versions too.
  let askedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - askedAt < hour) return;
    askedAt = Date.now();
    registration.update().catch(() => undefined);
  });
}

/** Whether a waiting worker was built with this page, which came fresh from the server. */
async function isOfThisPage(worker: ServiceWorker): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  const { port1, port2 } = new MessageChannel();
  const files = await new Promise<readonly string[]>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<readonly string[]>) => resolve(data);
    worker.postMessage('which-files', [port2]);
  });
  return entry !== null && files.includes(new URL(entry.src).pathname);
}
