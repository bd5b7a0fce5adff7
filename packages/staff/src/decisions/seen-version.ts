import { createContext } from 'react';

/** Version of the report that the officer has before the eyes; null where no report is shown. */
export const SeenVersionContext = createContext<number | null>(null);
