import { useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ErrorBoundary } from './error-boundary.tsx';
import Home from '../routes/home.tsx';
import { loadReceiptWords } from './language.ts';
import { lazyPage } from './lazy-page.tsx';

// The first page travels with the entry. Filing and its done page are one piece: whoever got as far as sending must
// see the number even if the network is gone again.
const filing = () => import('../routes/filing.ts');
const FileReport = lazyPage(async () => ({ default: (await filing()).FileReport }));
const Sent = lazyPage(async () => ({ default: (await filing()).Sent }));
const Follow = lazyPage(() => import('../routes/follow.tsx'), { more: true });
const Report = lazyPage(() => import('../routes/report.tsx'), { more: true });
const PublicReports = lazyPage(() => import('../routes/public-reports.tsx'), { more: true });
const Agencies = lazyPage(() => import('../routes/agencies.tsx'), { more: true });
const Agency = lazyPage(() => import('../routes/agency.tsx'), { more: true });
const Statistics = lazyPage(() => import('../routes/statistics.tsx'), { more: true });
const Moderation = lazyPage(() => import('../routes/moderation.tsx'), { more: true });
const SignIn = lazyPage(() => import('../routes/sign-in.tsx'), { more: true });
const Account = lazyPage(() => import('../routes/account.tsx'), { more: true });
const Help = lazyPage(() => import('../routes/help.tsx'), { more: true });
const Privacy = lazyPage(() => import('../routes/privacy.tsx'), { more: true });
const HowItWorks = lazyPage(() => import('../routes/how-it-works.tsx'), { more: true });
const Terms = lazyPage(() => import('../routes/terms.tsx'), { more: true });
const Accessibility = lazyPage(() => import('../routes/accessibility.tsx'), { more: true });
const ServiceStatus = lazyPage(() => import('../routes/service-status.tsx'), { more: true });
const CheckReceipt = lazyPage(async () => {
  const [page] = await Promise.all([import('../routes/check-receipt.tsx'), loadReceiptWords()]);
  return page;
});
const NotFound = lazyPage(() => import('../routes/not-found.tsx'), { more: true });

export function Routes() {
  // The way to a filed report is fetched while the first page is read.
  useEffect(() => {
    const timer = setTimeout(FileReport.prefetch, 1500);
    return () => clearTimeout(timer);
  }, []);
  const [path] = useLocation();
  return (
    <ErrorBoundary path={path}>
      <Switch>
        <Route path="/" component={Home} />
        <Route path="/lapor/:step?" component={FileReport} />
        <Route path="/terkirim" component={Sent} />
        <Route path="/lacak" component={Follow} />
        <Route path="/laporan" component={PublicReports} />
        <Route path="/laporan/:number" component={Report} />
        <Route path="/kinerja" component={Agencies} />
        <Route path="/kinerja/:id" component={Agency} />
        <Route path="/statistik" component={Statistics} />
        <Route path="/moderasi" component={Moderation} />
        <Route path="/masuk" component={SignIn} />
        <Route path="/akun/:section?" component={Account} />
        <Route path="/bantuan" component={Help} />
        <Route path="/privasi" component={Privacy} />
        <Route path="/cara-kerja" component={HowItWorks} />
        <Route path="/istilah" component={Terms} />
        <Route path="/aksesibilitas" component={Accessibility} />
        <Route path="/status" component={ServiceStatus} />
        <Route path="/periksa" component={CheckReceipt} />
        <Route component={NotFound} />
      </Switch>
    </ErrorBoundary>
  );
}
