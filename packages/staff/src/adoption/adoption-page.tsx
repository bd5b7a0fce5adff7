import { Button, printIcon } from '@lapor/ui';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../language/use-text.ts';
import { useFirstSight } from '../loading/use-first-sight.ts';
import { READINESS_CHANGED_BY, ReadyList, useReadyFilters } from '../readiness/ready-list.tsx';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AdoptionPageDocument } from './adoption.graphql.ts';
import { ByKind } from './by-kind.tsx';
import { ByProvince, useProvinceGroup } from './by-province.tsx';
import { Trend, useTrendChoice } from './trend.tsx';

/** Who reads the readiness of others; analysts are told the shares, and in the tree who is connected. */
const READERS = ['NATIONAL_ADMIN', 'OMBUDSMAN', 'KSP_MONITOR'] as const;

/**
 * Who is connected and who really uses the platform, by kind and by province, with the way to what stands behind each
 * figure. *Connected* and *used* are two indicators and stand side by side, never as one.
 */
export function AdoptionPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('adoption.title'), consoleLabel);
  const { workplace } = useSession();
  const readsReadiness = READERS.some((role) => workplace.roles.includes(role));
  const sight = useFirstSight({
    query: AdoptionPageDocument,
    variables: {
      ...useProvinceGroup().variables,
      ...useTrendChoice().variables,
      ...useReadyFilters(undefined).variables,
    },
    typenames: READINESS_CHANGED_BY,
  });
  // A figure leads to the list behind it, further down on the same page.
  const { hash, search } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, search]);
  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('adoption.title')}</h1>
          <p className="caption">{t('adoption.about')}</p>
        </div>
        <Button icon={printIcon} className="no-print" onClick={() => window.print()}>
          {t('adoption.print')}
        </Button>
      </div>
      <div className="cols cols--half">
        <ByKind sight={sight} readsReadiness={readsReadiness} />
        <Trend sight={sight} />
      </div>
      <ByProvince sight={sight} readsReadiness={readsReadiness} />
      {readsReadiness && (
        <section className="stack stack-3" aria-labelledby="adoption-list">
          <h2 id="adoption-list">{t('adoption.inTheWay')}</h2>
          <ReadyList national sight={sight} />
        </section>
      )}
    </>
  );
}
