import { useState } from 'react';
import { profile as askProfile, saveProfile, type Profile } from '@lapor/web-client';
import { Button, Card, Field, Select, TextInput } from '@lapor/ui';
import { useLanguage, useT } from '../../app/language-provider.tsx';
import type { Language } from '../../app/language.ts';
import { useSession } from '../../app/session.tsx';
import { longest } from '../file-report/check-draft.ts';
import { FormFault } from '../sign-in/form-fault.tsx';
import { useAuthForm } from '../sign-in/use-auth-form.ts';
import { AnswerPart } from './answer-part.tsx';
import { PhoneCard } from './phone-card.tsx';
import { SavedNotice } from './saved-notice.tsx';
import { useAnswer } from './use-answer.ts';

/** Name, language and phone number; all of it may stay empty. */
export function ProfilePage() {
  const t = useT();
  const { loaded, again, retry } = useAnswer(askProfile);
  return (
    <div className="account-columns">
      <Card labelledBy="profile">
        <h2 id="profile" className="h3">
          {t('account.nameAndLanguage')}
        </h2>
        <AnswerPart loaded={loaded} onRetry={retry} lines={4}>
          {(profile) => <NameAndLanguage profile={profile} />}
        </AnswerPart>
      </Card>
      {loaded.state === 'ready' && <PhoneCard profile={loaded.value} onChanged={() => void again()} />}
    </div>
  );
}

function NameAndLanguage({ profile }: { profile: Profile }) {
  const t = useT();
  const { session, refresh } = useSession();
  const { language: shown, switchLanguage } = useLanguage();
  const [name, setName] = useState(profile.name);
  const [language, setLanguage] = useState<Language>(profile.language);
  const [saved, setSaved] = useState(0);
  const form = useAuthForm({
    check: () => (name.trim().length > longest.name ? { field: 'name', message: 'account.nameLong' } : null),
    attempt: () => saveProfile({ name: name.trim(), language }),
    onDone: () => {
      setSaved((count) => count + 1);
      // The form of a report fills in the name.
      if (name.trim() !== session?.name) void refresh();
      // Without the other language's words the page stays as it is; what was saved is saved.
      if (language !== shown) void switchLanguage(language).catch(() => undefined);
    },
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      {saved > 0 && !form.fault && <SavedNotice key={saved}>{t('account.saved')}</SavedNotice>}
      <FormFault form={form} />
      <Field id="auth-name" label={t('file.name')} hint={t('account.nameHint')} error={form.errorOf('name')}>
        <TextInput
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field label={t('account.language')} hint={t('account.languageHint')}>
        <Select value={language} onChange={(event) => setLanguage(event.currentTarget.value as Language)}>
          <option value="id" lang="id">
            Bahasa Indonesia
          </option>
          <option value="en" lang="en">
            English
          </option>
        </Select>
      </Field>
      <p>
        <Button type="submit" variant="primary" busy={form.busy}>
          {t('account.save')}
        </Button>
      </p>
    </form>
  );
}
