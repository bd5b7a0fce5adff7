import { useState } from 'react';
import { grants } from '@lapor/web-client';
import { shrinkPhoto } from '../file-report/shrink-photo.ts';
import { uploadFile, type UploadFault } from '../file-report/upload-file.ts';

export interface EvidenceFile {
  key: string;
  fileName: string;
  sizeBytes: number;
  progress: number | null;
  fileId: string | null;
  fault: UploadFault | null;
}

export interface Evidence {
  files: EvidenceFile[];
  /** Of those that have arrived. */
  ids: string[];
  add: (files: readonly File[]) => Promise<void>;
  remove: (key: string) => void;
}

/** Files for a reply: sent when picked, named in the reply when it is sent. */
export function useEvidence(): Evidence {
  const [files, setFiles] = useState<EvidenceFile[]>([]);
  const update = (key: string, patch: Partial<EvidenceFile>) =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...patch } : file)));

  async function addOne(file: File) {
    const { blob, fileName } = await shrinkPhoto(file);
    const key = crypto.randomUUID();
    const begun = { key, fileName, sizeBytes: blob.size, progress: 0, fileId: null, fault: null };
    setFiles((all) => [...all, begun]);
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
    ids: files.flatMap(({ fileId }) => fileId ?? []),
    add: async (picked) => {
      for (const file of picked) await addOne(file);
    },
    remove: (key) => setFiles((all) => all.filter((file) => file.key !== key)),
  };
}
