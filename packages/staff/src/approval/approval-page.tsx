import { doneIcon, EmptyState, NotFoundState } from '@lapor/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { useText } from '../language/use-text.ts';
import { PagedList } from '../loading/paged-list.tsx';
import { useFirstSight } from '../loading/use-first-sight.ts';
import { usePages } from '../loading/use-pages.ts';
import { usePart } from '../loading/use-part.ts';
import { rememberTrail } from '../report/trail.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import {
  AnswerApprovalDocument,
  AnswersToApproveDocument,
  ApprovalPageDocument,
} from './approval.graphql.ts';
import { ApprovalSetting } from './approval-setting.tsx';
import { focusAfter } from './focus-after.ts';
import type { Deciding } from './proposal-view.tsx';
import { titleId, WaitingCard } from './waiting-card.tsx';

const PAGE_SIZE = 20;
const CHANGED_BY = ['Report'];
const HEADING = 'approval-heading';
const EVERY_MS = 60_000;

interface ApprovalPageProps {
  consoleLabel: string;
}

/** Answers of the own organisation and its units that are sent only when somebody lets them: for admins and heads. */
export function ApprovalPage({ consoleLabel }: ApprovalPageProps) {
  const t = useText();
  const { workplace } = useSession();
  usePageTitle(t('approval.title'), consoleLabel);
  const decides = workplace.roles.some((role) => role === 'AGENCY_ADMIN' || role === 'AGENCY_HEAD');
  // Not allowed and not found look alike.
  if (!decides)
    return (
      <NotFoundState page title={t('approval.notHere')}>
        {t('approval.notHereHint')}
      </NotFoundState>
    );
  return <Waiting key={workplace.organisation.id} />;
}

function Waiting() {
  const t = useText();
  const { workplace } = useSession();
  const { id: organisationId, name } = workplace.organisation;
  const [deciding, setDeciding] = useState<{ id: string; what: Deciding } | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const variables = useMemo(() => ({ organisationId, first: PAGE_SIZE }), [organisationId]);
  const sight = useFirstSight({ query: ApprovalPageDocument, variables, typenames: CHANGED_BY });
  const [setting] = usePart({ query: AnswerApprovalDocument, variables: { organisationId }, sight });
  const list = usePages({
    query: AnswersToApproveDocument,
    variables,
    page: (data) => data.answersToApprove,
    typenames: CHANGED_BY,
    sight,
  });
  const rows = list.nodes;
  useEffect(() => {
    if (!rows) return;
    rememberTrail({
      href: '/persetujuan',
      label: t('approval.title'),
      numbers: [...new Set(rows.map(({ report }) => report.number))],
    });
  }, [rows, t]);

  // An empty list fills by itself: nobody reads anything that would move.
  const isEmpty = rows?.length === 0;
  const { reload } = list;
  useEffect(() => {
    if (!isEmpty) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isEmpty, reload]);

  // What was decided leaves the list, and the focus goes on with the next.
  const left = useRef<{ gone: string; before: readonly string[] } | null>(null);
  useEffect(() => {
    const ids = rows?.map(({ id }) => id) ?? [];
    if (!left.current || ids.includes(left.current.gone)) return;
    const next = focusAfter(left.current.before, left.current.gone, ids);
    left.current = null;
    document.getElementById(next ? titleId(next) : HEADING)?.focus();
  }, [rows]);

  const ids = rows?.map(({ id }) => id) ?? [];
  const move = (step: 1 | -1) => {
    const at = cursor === null ? -1 : ids.indexOf(cursor);
    const to = ids[at < 0 ? (step > 0 ? 0 : ids.length - 1) : at + step];
    if (to) document.getElementById(titleId(to))?.focus();
  };
  const open = (what: Deciding) => {
    const id = cursor !== null && ids.includes(cursor) ? cursor : ids[0];
    if (id) setDeciding({ id, what });
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    s: ids.length > 0 ? () => open('APPROVE') : undefined,
    b: ids.length > 0 ? () => open('SEND_BACK') : undefined,
  });

  const mode = setting.data?.answerApproval?.mode;
  return (
    <>
      <div>
        <h1 id={HEADING} tabIndex={-1}>
          {t('approval.title')}
        </h1>
        <p className="caption">{t('approval.about', { name })}</p>
      </div>
      <ApprovalSetting organisation={workplace.organisation} approval={setting.data?.answerApproval} />
      <PagedList
        list={list}
        failed={t('approval.failed')}
        empty={
          <EmptyState icon={doneIcon} title={t('approval.none')}>
            {t(mode === 'NONE' ? 'approval.noneNeeded' : 'approval.noneHint')}
          </EmptyState>
        }
        shown={(count) => t('approval.shown', { count })}
      >
        {(shown) => (
          <div className="stack stack-3">
            {shown.map((row) => (
              <WaitingCard
                key={row.id}
                row={row}
                deciding={deciding?.id === row.id ? deciding.what : null}
                isCursor={(cursor ?? ids[0]) === row.id}
                onFocus={() => setCursor(row.id)}
                onDeciding={(what) => setDeciding(what === null ? null : { id: row.id, what })}
                onDone={(elsewhere) => {
                  // After an own decision the list is asked for anyway.
                  left.current = { gone: row.id, before: ids };
                  if (elsewhere) list.reload();
                }}
              />
            ))}
          </div>
        )}
      </PagedList>
    </>
  );
}
