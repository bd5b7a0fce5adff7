import { sendTag } from '../features/file-report/background-send.ts';
import { sendWaiting } from '../features/file-report/send-waiting.ts';
import {
  fileOf,
  isFile,
  isKeySet,
  isPage,
  keepFiles,
  keepKeySet,
  keySetOf,
  pageOf,
  removeOldFiles,
} from './files.ts';
import { postMutation } from './post-mutation.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;

self.addEventListener('install', (event) => event.waitUntil(Promise.all([keepFiles(), keepKeySet()])));

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([removeOldFiles(), self.clients.claim()])),
);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isPage(pathname)) event.respondWith(pageOf(request));
  } else if (isFile(pathname)) event.respondWith(fileOf(request));
  else if (isKeySet(pathname)) event.respondWith(keySetOf(request));
});

// The browser asks again, later and later, as long as this fails.
self.addEventListener('sync', (event) => {
  if (event.tag === sendTag) event.waitUntil(sendAll());
});

async function sendAll() {
  if (await sendWaiting(postMutation)) throw new Error('Reports wait for a network');
}

self.addEventListener('message', ({ data, ports }) => {
  // A page asks whether it is of this version, so that nobody is offered what is there already.
  if (data === 'which-files') ports[0]?.postMessage(builtFiles);
  if (data === 'take-over') void self.skipWaiting();
});

declare const builtFiles: readonly string[];
