import { Anchor, Tabs } from '@lapor/ui';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../language/use-text.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { AccountLog } from './account-log.tsx';
import { OrganisationLog } from './organisation-log.tsx';
import { ReportLog } from './report-log.tsx';

const NAMES = ['bagian'] as const;
type Part = 'organisasi' | 'laporan' | 'akun';

interface LogPageProps {
  consoleLabel: string;
  /** "/organisasi" or "/unit". */
  treePath: string;
  national?: boolean;
}

/** Who did and read what: organisations and people, reports, and for the national desk accounts. */
export function LogPage({ consoleLabel, treePath, national }: LogPageProps) {
  const t = useText();
  usePageTitle(t('audit.title'), consoleLabel);
  const { workplace } = useSession();
  const { values, set } = useFilters(NAMES);
  const isDesk = workplace.roles.includes('NATIONAL_ADMIN');
  const parts: readonly Part[] = isDesk ? ['organisasi', 'laporan', 'akun'] : ['organisasi', 'laporan'];
  const part = parts.find((name) => name === values.bagian) ?? 'organisasi';
  const withinId = national ? undefined : workplace.organisation.government.id;
  return (
    <>
      <div>
        <h1>{t('audit.title')}</h1>
        <p className="caption">
          {t(isDesk ? 'audit.aboutNational' : 'audit.about')}{' '}
          {/* What is asked of this log most often; in the list of all actions it is one of eighty. */}
          <Anchor href="/log?bagian=laporan&tindakan=IDENTITY_REVEALED">{t('audit.reveals')}</Anchor>
        </p>
      </div>
      <section className="panel">
        <Tabs
          label={t('audit.parts')}
          tabs={parts.map((id) => ({ id, label: t(`audit.part.${id}`) }))}
          value={part}
          onChange={(bagian) => set({ bagian: bagian === 'organisasi' ? '' : bagian })}
        >
          <div className="stack stack-3">
            {part === 'organisasi' && <OrganisationLog treePath={treePath} withinId={withinId} />}
            {part === 'laporan' && <ReportLog withinId={withinId} />}
            {part === 'akun' && <AccountLog />}
          </div>
        </Tabs>
      </section>
    </>
  );
}
