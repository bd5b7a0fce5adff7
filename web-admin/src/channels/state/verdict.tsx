import { useDates } from '@lapor/staff';
import { Anchor, Notice } from '@lapor/ui';
import { useCodeText, useText } from '../words.ts';
import type { ChannelsState } from './state-client.ts';
import { toneOf, troublesOf, type Trouble } from './troubles.ts';

/** Where the list is of what did not arrive. */
export const UNDELIVERED_ID = 'tidak-sampai';

/** Whether all is well with the channels; if not, what is wrong and what is to be done, before any table. */
export function Verdict({ state }: { state: ChannelsState }) {
  const t = useText();
  const troubles = troublesOf(state);
  return (
    <Notice
      tone={toneOf(troubles)}
      title={
        troubles.length === 0
          ? t('channels.verdict.well')
          : t('channels.verdict.troubles', { count: troubles.length })
      }
    >
      {troubles.length === 0 ? (
        <p>{t('channels.verdict.wellHint')}</p>
      ) : (
        <ul className="stack stack-2 verdict">
          {troubles.map((trouble) => (
            <li key={JSON.stringify(trouble)}>
              <TroubleText trouble={trouble} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function TroubleText({ trouble }: { trouble: Trouble }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const wayText = (way: string | null) =>
    way === null ? t('channels.state.noWayYet') : codeText('channels.way', way);
  switch (trouble.kind) {
    case 'PROVIDER_DOWN':
      return (
        <span className="break-anywhere">
          {t('channels.verdict.providerDown', { name: trouble.name })} {t('channels.verdict.providerDownDo')}
        </span>
      );
    case 'STUCK':
      return (
        <>
          {t('channels.verdict.stuck', {
            count: trouble.count,
            way: wayText(trouble.way),
            moment: dates.moment(trouble.since, 'short'),
          })}{' '}
          {t('channels.verdict.stuckDo')}
        </>
      );
    case 'NOT_ARRIVING':
      return (
        <>
          {t('channels.verdict.notArriving', {
            count: trouble.count,
            of: trouble.of,
            way: wayText(trouble.way),
          })}{' '}
          <a href={`#${UNDELIVERED_ID}`}>{t('channels.verdict.notArrivingDo')}</a>
        </>
      );
    case 'GIVEN_UP':
      return (
        <>
          {t('channels.verdict.givenUp', {
            count: trouble.count,
            door: codeText('channels.door', trouble.door),
          })}{' '}
          <Anchor href={`/kanal/pesan?pintu=${trouble.door}&alasan=GIVEN_UP`}>
            {t('channels.verdict.givenUpDo')}
          </Anchor>
        </>
      );
    case 'FOR_PERSONS':
      return (
        <>
          {t('channels.verdict.forPersons', { count: trouble.count })}{' '}
          <Anchor href="/kanal/pesan">{t('channels.verdict.forPersonsDo')}</Anchor>
        </>
      );
    case 'KEPT_HERE':
      return (
        <>
          {t('channels.verdict.keptHere', { ways: trouble.ways.map(wayText).join(', ') })}{' '}
          {t('channels.verdict.keptHereDo')}
        </>
      );
    case 'NO_SMS':
      return (
        <>
          {t('channels.verdict.noSms')} {t('channels.verdict.noSmsDo')}
        </>
      );
    case 'NO_DOOR':
      return (
        <>
          {t('channels.verdict.noDoor')} {t('channels.verdict.noDoorDo')}
        </>
      );
  }
}
