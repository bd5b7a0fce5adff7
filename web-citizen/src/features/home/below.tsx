import { InstallHint } from '../device/install-hint.tsx';
import { LatestReports } from './latest-reports.tsx';
import { Month } from './month.tsx';
import { Promises } from './promises.tsx';

/** What stands below the first screen: fetched apart, because nobody needs it to file a report. */
export default function Below() {
  return (
    <>
      <Promises />
      <LatestReports />
      <Month />
      <InstallHint />
    </>
  );
}
