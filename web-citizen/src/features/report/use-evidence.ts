import { useRef, useState } from 'react';
import { grants } from '@lapor/web-client';
import { shrinkPhoto } from '../file-report/shrink-photo.ts';
import { uploadFile } from '../file-report/upload-file.ts';
import type { UploadFault } from '../file-report/upload.ts';

export interface EvidenceFile {
  key: string;
  fileName: string;
  sizeBytes: number;
  progress: number | null;
  fileId: string | null;
  fault: UploadFault | null;
}

export interface Evidence {
  files: readonly EvidenceFile[];
  /** Somebody wanted to send although a file had not arrived. */
  isBlocked: boolean;
  add: (files: readonly File[]) => Promise<void>;
  remove: (key: string) => void;
  /**
   * Ids of all files, once those on their way have arrived; null when one of them could not be sent, since a message
   * without the file it speaks of is not what was meant.
   */
  settled: () => Promise<string[] | null>;
}

/** Files for a reply: sent when picked, named in the reply when it is sent. */
export function useEvidence(): Evidence {
  // Read after a wait, when the state of the render that began it is old.
  const held = useRef<readonly EvidenceFile[]>([]);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const [files, setFiles] = useState(held.current);
  const [isBlocked, setBlocked] = useState(false);
  const hold = (next: readonly EvidenceFile[]) => {
    held.current = next;
    setFiles(next);
  };
  const update = (key: string, patch: Partial<EvidenceFile>) =>
    hold(held.current.map((file) => (file.key === key ? { ...file, ...patch } : file)));

  async function addOne(file: File) {
    const { blob, fileName } = await shrinkPhoto(file);
    const key = crypto.randomUUID();
    hold([...held.current, { key, fileName, sizeBytes: blob.size, progress: 0, fileId: null, fault: null }]);
    const result = await uploadFile({
      blob,
      fileName,
      // An account needs no header: its session is the cookie.
      owner: grants.headers(),
      onProgress: (progress) => update(key, { progress }),
    });
    update(key, result.ok ? { progress: null, fileId: result.id } : { progress: null, fault: result.code });
  }

  return {
    files,
    isBlocked,
    add: (picked) => {
      sending.current = sending.current.then(async () => {
        for (const file of picked) await addOne(file);
      });
      return sending.current;
    },
    remove: (key) => {
      setBlocked(false);
      hold(held.current.filter((file) => file.key !== key));
    },
    settled: async () => {
      await sending.current;
      const ids = held.current.flatMap(({ fileId }) => fileId ?? []);
      const complete = ids.length === held.current.length;
      setBlocked(!complete);
      return complete ? ids : null;
    },
  };
}
