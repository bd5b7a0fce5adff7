import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { Anchor, Icon, bellIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useSession } from '../../app/session.tsx';
import { signInPath } from '../sign-in/return-path.ts';
import { FollowReportDocument, UnfollowReportDocument } from './follow-report.graphql.ts';
import { useReportPage } from './report-page-context.ts';

interface FollowReportProps {
  reportId: string;
  number: string;
  follows: boolean;
}

/** Public news of somebody else's report by mail; needs an account, because nothing else has an address to send them to. */
export function FollowReport({ reportId, number, follows }: FollowReportProps) {
  const t = useT();
  const { session } = useSession();
  const { viewerIsReporter } = useReportPage();
  const [following, setFollowing] = useState(follows);
  useEffect(() => setFollowing(follows), [follows]);
  const [failed, setFailed] = useState(false);
  const [{ fetching: starting }, follow] = useMutation(FollowReportDocument);
  const [{ fetching: ending }, unfollow] = useMutation(UnfollowReportDocument);
  // The reporter is told anyway; officers have their inbox.
  if (viewerIsReporter || session === undefined || (session && session.kind !== 'citizen')) return null;
  if (!session) {
    return (
      <li>
        <Anchor className="link-button" href={signInPath(`/laporan/${number}`)}>
          <Icon of={bellIcon} />
          {t('report.followSignIn')}
        </Anchor>
      </li>
    );
  }
  async function change() {
    const done = following
      ? (await unfollow({ reportId })).data?.unfollowReport.__typename === 'Unfollowed'
      : (await follow({ reportId })).data?.followReport.__typename === 'Followed';
    setFailed(!done);
    if (done) setFollowing(!following);
  }
  return (
    <li>
      <button
        className="link-button"
        type="button"
        aria-disabled={starting || ending || undefined}
        onClick={() => {
          if (!starting && !ending) void change();
        }}
      >
        <Icon of={bellIcon} />
        {t(following ? 'report.unfollow' : 'report.follow')}
      </button>
      <p className={following || failed ? 'caption' : 'sr'} role="status">
        {failed ? t('common.notSent') : following ? t('report.following') : ''}
      </p>
    </li>
  );
}
