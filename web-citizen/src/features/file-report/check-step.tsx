import { Anchor, CheckCard, SeenMatrix, SummaryList, SummaryRow } from '@lapor/ui';
import { formatDay, formatMegabytes } from '@lapor/wording';
import { useSession } from '../../app/session.tsx';
import { useT, useWords, type MessageId } from '../../app/language-provider.tsx';
import { useSuggestedCategories } from './category-choice.tsx';
import { changePath, titleOf, type FieldName } from './check-draft.ts';
import { isAnonymous, mayBeAnonymous, requirementOf } from './draft.ts';
import type { StepProps } from './step-props.ts';
import { mask } from './mask.ts';
import type { Photos } from './use-photos.ts';
import { whoSeesWhat } from './who-sees-what.ts';

/** Step 4: every answer with a way back to it, and who will see it. */
export function CheckStep({
  handle: { draft, change },
  photos,
}: Omit<StepProps, 'errorOf'> & { photos: Photos }) {
  const t = useT();
  const words = useWords();
  const { session } = useSession();
  const anonymous = isAnonymous(draft);

  const edit = (field: FieldName, what: MessageId) => (
    <Anchor href={changePath(field)}>
      {t('check.change')}
      <span className="sr"> {t(what)}</span>
    </Anchor>
  );
  const reachedBy = [
    session && !anonymous ? session.email : null,
    !anonymous && draft.email.trim() ? draft.email.trim() : null,
  ].filter(Boolean);

  return (
    <>
      <h1 tabIndex={-1}>{t('check.heading')}</h1>
      <section aria-labelledby="answers">
        <h2 id="answers" className="h3">
          {t('check.report')}
        </h2>
        <SummaryList>
          <SummaryRow term={t('check.text')} action={edit('text', 'check.text')}>
            <span className="prewrap">{draft.text.trim()}</span>
          </SummaryRow>
          <SummaryRow term={t('file.title')} action={edit('title', 'file.title')}>
            {titleOf(draft)}
          </SummaryRow>
          <SummaryRow term={t('check.kind')} action={edit('kind', 'check.kind')}>
            {words.kinds[draft.kind]}
          </SummaryRow>
          <SummaryRow term={t('file.category')} action={edit('category', 'file.category')}>
            {draft.category?.name ?? <NoCategory draft={draft} />}
          </SummaryRow>
          <SummaryRow term={t('file.place')} action={edit('region', 'file.place')}>
            {[draft.placeText.trim(), draft.region?.fullName].filter(Boolean).join(', ') || (
              <Muted>{t('check.notSaid')}</Muted>
            )}
            {draft.point && <span className="caption block">{t('file.pointKept')}</span>}
          </SummaryRow>
          <SummaryRow term={t('check.time')} action={edit('occurredOn', 'check.time')}>
            {draft.occurredOn ? formatDay(words, draft.occurredOn) : <Muted>{t('check.notSaid')}</Muted>}
          </SummaryRow>
          <SummaryRow term={t('check.destination')} action={edit('organisation', 'check.destination')}>
            {draft.organisation?.name ?? <Muted>{t('check.decidedByOfficer')}</Muted>}
            {draft.organisation && <span className="caption block">{t('check.mayBeChanged')}</span>}
          </SummaryRow>
          <SummaryRow term={t('file.photos')} action={edit('photos', 'file.photos')}>
            {photos.photos.length === 0 ? (
              <Muted>{t('check.noPhotos')}</Muted>
            ) : (
              <>
                {t('check.photos', {
                  count: photos.photos.length,
                  size: formatMegabytes(
                    words,
                    photos.photos.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
                  ),
                })}
                <span className="photos">
                  {photos.photos.map((photo) => (
                    <span className="photo photo--still" key={photo.key}>
                      {photo.previewUrl ? (
                        <img src={photo.previewUrl} alt={photo.fileName} />
                      ) : (
                        photo.fileName
                      )}
                    </span>
                  ))}
                </span>
              </>
            )}
          </SummaryRow>
          <SummaryRow term={t('check.newsBy')} action={edit('email', 'check.newsBy')}>
            {reachedBy.length > 0 ? reachedBy.join(', ') : <Muted>{t('check.onlyByCode')}</Muted>}
          </SummaryRow>
          {!anonymous && draft.phone.trim() !== '' && (
            <SummaryRow term={t('file.phone')} action={edit('phone', 'file.phone')}>
              <span className="code">{mask(draft.phone.trim())}</span>
            </SummaryRow>
          )}
          {!anonymous && requirementOf(draft) === 'IDENTITY' && (
            <SummaryRow term={t('file.nik')} action={edit('nik', 'file.nik')}>
              <span className="code">{mask(draft.nik)}</span>
            </SummaryRow>
          )}
        </SummaryList>
      </section>

      <section className="stack" aria-labelledby="who">
        <div>
          <h2 id="who" className="h3">
            {t('check.whoMayKnow')}
          </h2>
          <p className="caption">{t('check.whoMayKnowHint')}</p>
        </div>
        <div className="choices">
          {mayBeAnonymous(draft) && (
            <CheckCard
              name="anonymous"
              title={t('file.anonymous')}
              text={t(session ? 'file.anonymousAccount' : 'file.anonymousText')}
              checked={draft.isAnonymous}
              onChange={(checked) => change({ isAnonymous: checked })}
            />
          )}
          <CheckCard
            name="confidential"
            title={t('check.confidential')}
            text={t('check.confidentialText')}
            checked={draft.isConfidential}
            onChange={(checked) => change({ isConfidential: checked })}
          />
        </div>
        {!mayBeAnonymous(draft) && <p className="caption">{t('check.whyNotAnonymous')}</p>}
        {draft.category?.isSensitive && <p className="caption">{t('check.whyConfidential')}</p>}
        <div aria-live="polite">
          <SeenMatrix
            caption={t('check.matrix')}
            head={[t('check.seenBy'), t('check.yourName'), t('check.yourText')]}
            rows={whoSeesWhat(draft, { signedIn: Boolean(session) }).map((row) => ({
              who:
                row.who === 'AGENCY' && draft.organisation
                  ? draft.organisation.name
                  : t(`check.who.${row.who}`),
              cells: [row.name, row.text].map((cell) => ({
                seen: cell.seen,
                text: t(`check.seen.${cell.say}`),
              })),
            }))}
          />
        </div>
        <p className="caption">
          {t('check.sealedMeans')} <Anchor href="/istilah#terms.protection">{t('check.terms')}</Anchor>
        </p>
      </section>
    </>
  );
}

const Muted = ({ children }: { children: string }) => <span className="muted">{children}</span>;

/** Whoever wrote and went on at once has not seen what was proposed below the text: it stands here, too. */
function NoCategory({ draft }: { draft: StepProps['handle']['draft'] }) {
  const t = useT();
  const suggested = useSuggestedCategories(draft);
  return (
    <>
      <Muted>{t('check.decidedByOfficer')}</Muted>
      {suggested.length > 0 && (
        <span className="caption block">
          {t('check.perhaps', { categories: suggested.map(({ category }) => category.name).join(', ') })}
        </span>
      )}
    </>
  );
}
