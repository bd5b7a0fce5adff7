import { useState } from 'react';
import { useMutation } from 'urql';
import { Anchor, Button, Icon, StatusPill, pinIcon } from '@lapor/ui';
import { useT, useWords } from '../../app/language-provider.tsx';
import { readFragment, type ResultOf } from '../../graphql.ts';
import { ReportCardFragment } from '../../components/report-card.graphql.ts';
import { deviceDay } from './device-moment.ts';
import {
  FollowAreaDocument,
  FollowReportAgainDocument,
  UnfollowDocument,
  type FollowFragment,
} from './following.graphql.ts';

type Followed = ResultOf<typeof FollowFragment>;

/** Something that is followed. Ended, it stays in its place until the page is left, so that a slip can be undone. */
export function FollowRow({ follow }: { follow: Followed }) {
  const t = useT();
  const words = useWords();
  const [, end] = useMutation(UnfollowDocument);
  const [, followReport] = useMutation(FollowReportAgainDocument);
  const [, followArea] = useMutation(FollowAreaDocument);
  // Followed again it has another id.
  const [id, setId] = useState<string | null>(follow.id);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const report = follow.report && readFragment(ReportCardFragment, follow.report);
  const { region, category } = follow;

  async function stop() {
    if (id === null) return;
    setState('busy');
    const { data } = await end({ followId: id });
    // What another tab has ended is ended.
    const done = data?.result.__typename === 'Unfollowed' || data?.result.__typename === 'NotFound';
    setState(done ? 'idle' : 'failed');
    if (done) setId(null);
  }

  async function again() {
    setState('busy');
    const { data } = region
      ? await followArea({ regionCode: region.code, categoryId: category?.id ?? null })
      : await followReport({ reportId: report?.id ?? '' });
    const next = data?.result.__typename === 'Followed' ? data.result.follow.id : null;
    setState(next ? 'idle' : 'failed');
    if (next) setId(next);
  }

  const name = region?.fullName ?? report?.title ?? t('account.follow.gone');
  return (
    <li className="stack stack-2">
      <div className="row row--between row--top row--nowrap">
        <div>
          {report ? (
            <>
              <StatusPill state={report.state}>{words.states[report.state]}</StatusPill>
              <p lang="id">
                <Anchor href={`/laporan/${report.number}`}>{report.title}</Anchor>
              </p>
            </>
          ) : region ? (
            <p className="row row--tight row--nowrap row--top">
              <Icon of={pinIcon} size="small" />
              <Anchor
                href={`/laporan?wilayah=${region.code}${category ? `&kategori=${encodeURIComponent(category.id)}` : ''}`}
              >
                {region.fullName}
                {category && `: ${category.path}`}
              </Anchor>
            </p>
          ) : (
            <p>{t('account.follow.gone')}</p>
          )}
          <p className="caption">
            {id === null
              ? t('account.follow.ended')
              : t('account.follow.since', { day: deviceDay(words, follow.followedAt) })}
          </p>
        </div>
        {id !== null ? (
          <Button
            size="small"
            busy={state === 'busy'}
            aria-label={t('account.follow.endOf', { name })}
            onClick={() => void stop()}
          >
            {t('account.follow.end')}
          </Button>
        ) : (
          (region || report) && (
            <Button
              size="small"
              variant="quiet"
              busy={state === 'busy'}
              aria-label={t('account.follow.againOf', { name })}
              onClick={() => void again()}
            >
              {t('account.follow.again')}
            </Button>
          )
        )}
      </div>
      <p className={state === 'failed' ? 'caption' : 'sr'} role="status">
        {state === 'failed' && t('common.notSent')}
        {state === 'idle' && id === null && t('account.follow.endedOf', { name })}
      </p>
    </li>
  );
}
