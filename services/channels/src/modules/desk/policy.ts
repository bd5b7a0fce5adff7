import { isNationalDesk, type Viewer } from '@lapor/viewer';

/** Somebody who works at this desk. */
export type Operator = Viewer & { accountId: string };

/** Whether somebody may read what strangers wrote: operators of the national desk in person, never a key. */
export const mayWorkAtDesk = (viewer: Viewer): viewer is Operator =>
  viewer.kind === 'officer' &&
  isNationalDesk(viewer) &&
  viewer.apiKey === undefined &&
  viewer.accountId !== undefined;
