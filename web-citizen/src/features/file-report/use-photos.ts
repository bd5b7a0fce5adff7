import { useEffect, useRef, useState } from 'react';
import { useEvent } from '../../components/use-event.ts';
import { isOnServer, type DraftPhoto } from './draft.ts';
import { dropPhoto, keepPhoto, readPhoto } from './photo-store.ts';
import { shrinkPhoto } from './shrink-photo.ts';
import { isRefusal, uploadFile } from './upload-file.ts';
import type { UploadFault } from './upload.ts';
import type { UploadState } from './deliver.ts';
import type { DraftHandle } from './use-draft.ts';

export const mostPhotos = 5;
const megabyte = 1_000_000;
/** The largest file of a kind, by the first word of its media type. */
export const largestBytes = (type: string): number =>
  (type.startsWith('video/') ? 50 : type.startsWith('audio/') ? 20 : 10) * megabyte;

export interface PhotoView extends DraftPhoto {
  /** Address of the picture on this device. */
  previewUrl: string | null;
  /** Share sent so far; null when nothing is under way. */
  progress: number | null;
  fault: UploadFault | null;
  /** The device has no room for it: it is held by this page, until it is sent. */
  isUnkept: boolean;
}

export interface Photos {
  photos: PhotoView[];
  add: (files: readonly File[]) => Promise<{ refused: string[] }>;
  remove: (key: string) => void;
  retry: (key: string) => void;
  /** Sends what is not on the server yet. `waiting`: no network now. `refused`: a file can never be sent. */
  uploadAll: () => Promise<UploadState>;
}

interface Running {
  progress: number | null;
  fault: UploadFault | null;
}

const placeOf = async (file: File) =>
  file.type.startsWith('image/')
    ? import('./photo-place.ts').then(({ placeOfPhoto }) => placeOfPhoto(file)).catch(() => null)
    : null;

/** Pictures of a draft: kept on the device first, sent as soon as there is a network, shown from the device. */
export function usePhotos({ draft, current, change, note }: DraftHandle): Photos {
  const [running, setRunning] = useState<Record<string, Running>>({});
  const [previews, setPreviews] = useState<Record<string, string>>({});
  const [unkept, setUnkept] = useState<readonly string[]>([]);
  const uploads = useRef(new Map<string, Promise<UploadState>>());

  const mark = (key: string, state: Running) => setRunning((all) => ({ ...all, [key]: state }));

  const keep = (key: string, patch: Partial<DraftPhoto>) =>
    note(({ photos }) => ({
      photos: photos.map((photo) => (photo.key === key ? { ...photo, ...patch } : photo)),
    }));

  async function showPreview(photo: DraftPhoto) {
    const blob = photo.isImage ? await readPhoto(photo.key) : null;
    if (blob)
      setPreviews((all) => (all[photo.key] ? all : { ...all, [photo.key]: URL.createObjectURL(blob) }));
  }

  function upload(photo: DraftPhoto): Promise<UploadState> {
    const started = uploads.current.get(photo.key);
    if (started) return started;
    const attempt = send(photo).finally(() => uploads.current.delete(photo.key));
    uploads.current.set(photo.key, attempt);
    return attempt;
  }

  async function send(photo: DraftPhoto): Promise<UploadState> {
    const blob = await readPhoto(photo.key);
    if (!blob) {
      // The device has thrown it away. Whether the report goes without it is for the reporter to say.
      mark(photo.key, { progress: null, fault: 'GONE' });
      return 'refused';
    }
    mark(photo.key, { progress: 0, fault: null });
    const result = await uploadFile({
      blob,
      fileName: photo.fileName,
      owner: { 'submission-key': current().submissionKey },
      // What has run out cannot be gone on with.
      url: photo.fileId ? undefined : photo.uploadUrl,
      onUrl: (uploadUrl) => keep(photo.key, { uploadUrl }),
      onProgress: (progress) => mark(photo.key, { progress, fault: null }),
    });
    mark(photo.key, { progress: null, fault: result.ok ? null : result.code });
    if (!result.ok) return isRefusal(result.code) ? 'refused' : 'waiting';
    keep(photo.key, {
      fileId: result.id,
      uploadedAt: new Date().toISOString(),
      ...(result.place ? { place: result.place } : {}),
    });
    return 'done';
  }

  const uploadAll = async (): Promise<UploadState> => {
    const unsent = current().photos.filter((photo) => !isOnServer(photo, new Date()));
    const states = await Promise.all(unsent.map(upload));
    return states.includes('refused') ? 'refused' : states.includes('waiting') ? 'waiting' : 'done';
  };

  // Pictures of a draft that is taken up again, and those that waited for a network.
  const takeUp = useEvent(() => {
    for (const photo of current().photos) void showPreview(photo);
    if (navigator.onLine) void uploadAll();
  });
  useEffect(() => {
    takeUp();
    window.addEventListener('online', takeUp);
    return () => window.removeEventListener('online', takeUp);
  }, [takeUp, draft.submissionKey]);

  async function add(files: readonly File[]) {
    const refused: string[] = [];
    for (const file of files) {
      const { blob, fileName } = current().keepsOriginals
        ? { blob: file, fileName: file.name }
        : await shrinkPhoto(file);
      if (current().photos.length >= mostPhotos || blob.size > largestBytes(blob.type)) {
        refused.push(file.name);
        continue;
      }
      const photo: DraftPhoto = {
        key: crypto.randomUUID(),
        fileName,
        sizeBytes: blob.size,
        isImage: blob.type.startsWith('image/'),
        fileId: null,
      };
      if (!(await keepPhoto(photo.key, blob))) setUnkept((keys) => [...keys, photo.key]);
      change(({ photos }) => ({ photos: [...photos, photo] }));
      void showPreview(photo);
      void upload(photo);
      // Of the untouched file: redrawn, it has lost its place.
      void placeOf(file).then((place) => place && keep(photo.key, { place }));
    }
    return { refused };
  }

  function remove(key: string) {
    change(({ photos }) => ({ photos: photos.filter((photo) => photo.key !== key) }));
    void dropPhoto(key);
    const url = previews[key];
    if (url) URL.revokeObjectURL(url);
  }

  const photos = draft.photos.map((photo) => ({
    ...photo,
    previewUrl: previews[photo.key] ?? null,
    isUnkept: unkept.includes(photo.key),
    ...(running[photo.key] ?? { progress: null, fault: null }),
  }));

  return {
    photos,
    add,
    remove,
    retry: (key) => {
      const photo = current().photos.find((each) => each.key === key);
      if (photo) void upload(photo);
    },
    uploadAll,
  };
}
