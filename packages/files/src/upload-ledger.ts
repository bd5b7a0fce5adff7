/** An upload that was begun. */
export interface BegunUpload {
  id: string;
  sizeBytes: number;
  /** How much has arrived; all of it only once the file was judged and kept. */
  offsetBytes: number;
}

/** A part that has arrived: sealed in the store under `key`. */
export interface UploadPart {
  offsetBytes: number;
  sizeBytes: number;
  key: string;
}

/** Where the service keeps what it knows of uploads under way, so that any replica can go on. */
export interface UploadLedger {
  begin(upload: { id: string; sizeBytes: number; fileName: string | undefined }): Promise<void>;
  /** `null` when there is none, it ran out, or it is not of whoever asks: these look alike. */
  find(id: string): Promise<BegunUpload | null>;
  /** Notes a part where the upload stands; false when it does not stand there (any more). */
  addPart(id: string, part: UploadPart): Promise<boolean>;
  /** In order. */
  parts(id: string): Promise<UploadPart[]>;
  /** Judges and keeps the whole file. @throws `UploadRefused` */
  finish(upload: BegunUpload, content: Buffer): Promise<FinishedUpload>;
  /** Lets go of an upload that is not whole, and of the notes of its parts. */
  forget(id: string): Promise<void>;
}

/** What the answer to the last part tells. */
export type FinishedUpload = Record<string, unknown>;

/** Why an upload is not taken, as it is answered. It is over: the same bytes would end the same. */
export class UploadRefused extends Error {
  readonly status: number;
  readonly code: string;
  constructor({ status, code, message }: { status: number; code: string; message: string }) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
