import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Button, Checkbox, Notice, organisationIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { hasContent } from './draft.ts';
import { closeDraft } from './draft-store.ts';
import { AddresseeDocument } from './hints.graphql.ts';
import type { DraftHandle } from './use-draft.ts';

interface AddressedToProps {
  /** Id in the address of the form; null when the draft was begun from one before. */
  asked: string | null;
  handle: DraftHandle;
}

/** For whoever comes from an agency's page: whose report it will be, who checks it first, and the way out. */
export default function AddressedTo({ asked, handle }: AddressedToProps) {
  const t = useT();
  const { draft, change, reopen } = handle;
  const id = asked ?? draft.begunAt ?? '';
  const [{ data, error, fetching }] = useQuery({ query: AddresseeDocument, variables: { id } });
  const agency = data?.organisation?.status === 'ACTIVE' ? data.organisation : null;
  useEffect(() => {
    if (!asked || !agency || draft.begunAt === agency.id) return;
    // What was begun for somebody else stays a draft of its own.
    if (hasContent(draft)) {
      closeDraft();
      reopen();
    }
    change({ begunAt: agency.id, organisation: { id: agency.id, name: agency.name } });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the agency is known
  }, [asked, agency?.id]);

  if (!agency) {
    if (fetching) return null;
    return (
      <Notice tone="warning" role="status">
        <p>{t(error ? 'hint.addresseeUnread' : 'hint.addresseeUnknown')}</p>
      </Notice>
    );
  }
  if (draft.organisation?.id !== agency.id) return null;
  const isDirect = agency.hasDirectVerification || agency.government.hasDirectVerification;
  return (
    <Notice icon={organisationIcon} title={t('hint.addressee', { name: agency.name })}>
      <p>{t(isDirect ? 'hint.addresseeDirect' : 'hint.addresseeDesk')}</p>
      {isDirect && (
        <Checkbox
          label={t('hint.aboutOfficers')}
          checked={draft.isAboutOfficers}
          onChange={(event) => change({ isAboutOfficers: event.currentTarget.checked })}
        />
      )}
      <p>
        <Button
          size="small"
          variant="quiet"
          onClick={() => change({ begunAt: null, organisation: null, isAboutOfficers: false })}
        >
          {t('hint.addresseeNone')}
        </Button>
      </p>
    </Notice>
  );
}
