export type UploadFault =
  | 'OFFLINE'
  | 'TOO_LARGE'
  | 'TOO_LONG'
  | 'WRONG_TYPE'
  | 'ACTIVE_CONTENT'
  | 'INFECTED'
  /** No longer on this device. */
  | 'GONE'
  | 'UNAVAILABLE';

/** Where a photo was taken, in degrees. */
export interface PhotoPlace {
  latitude: number;
  longitude: number;
}

export type UploadResult =
  | {
      ok: true;
      id: string;
      /** Read by the server out of a photo that was sent untouched. */
      place: PhotoPlace | null;
    }
  | { ok: false; code: UploadFault };

export interface Upload {
  blob: Blob;
  fileName: string;
  /** Whose the file is until it is attached: `submission-key` of a new report, or the key to an opened one. */
  owner: Record<string, string>;
  /** Where an earlier attempt got to. */
  url?: string | undefined;
  /** Called when there is an address to go on at. */
  onUrl?: (url: string) => void;
  /** 0 to 1. */
  onProgress?: (share: number) => void;
}
