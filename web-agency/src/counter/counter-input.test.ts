import { describe, expect, it } from 'vitest';
import { counterFaults, counterInput, NO_WORDS, NOBODY, type CounterWords } from './counter-input.ts';

const TODAY = '2026-11-24';
const words: CounterWords = {
  ...NO_WORDS,
  title: 'Lampu jalan padam',
  text: 'Lampu jalan di depan pasar sudah padam sejak minggu lalu.',
  consent: 'PAPER_SIGNED',
};

describe('a report that is entered for somebody else', () => {
  it('needs a title, a text and how the person agreed', () => {
    expect(counterFaults(NO_WORDS, NOBODY, 'NONE', TODAY)).toEqual({
      title: 'REQUIRED',
      text: 'REQUIRED',
      consent: 'REQUIRED',
    });
    expect(counterFaults(words, NOBODY, 'NONE', TODAY)).toEqual({});
  });

  it('happened today or before', () => {
    expect(counterFaults({ ...words, occurredOn: TODAY }, NOBODY, 'NONE', TODAY)).toEqual({});
    expect(counterFaults({ ...words, occurredOn: '2026-11-25' }, NOBODY, 'NONE', TODAY)).toEqual({
      occurredOn: 'IN_THE_FUTURE',
    });
  });

  it('needs of the reporter what its category needs, and no more', () => {
    expect(counterFaults(words, NOBODY, 'CONTACT', TODAY)).toEqual({ 'reporter.phone': 'REQUIRED' });
    expect(counterFaults(words, { ...NOBODY, email: 'ibu@contoh.test' }, 'CONTACT', TODAY)).toEqual({});
    expect(counterFaults(words, NOBODY, 'IDENTITY', TODAY)).toEqual({
      'reporter.name': 'REQUIRED',
      'reporter.nik': 'REQUIRED',
      'reporter.phone': 'REQUIRED',
    });
    const almost = { ...NOBODY, name: 'Ibu Contoh', nik: '1371', phone: '0812 0000 0000' };
    expect(counterFaults(words, almost, 'IDENTITY', TODAY)).toEqual({ 'reporter.nik': 'INVALID_NIK' });
  });

  it('cannot be anonymous where the category needs the name', () => {
    const anonymous = { ...words, isAnonymous: true };
    expect(counterFaults(anonymous, NOBODY, 'CONTACT', TODAY)).toEqual({});
    expect(counterFaults(anonymous, NOBODY, 'IDENTITY', TODAY)).toEqual({ isAnonymous: 'IDENTITY_NEEDED' });
  });

  it('says nothing of an anonymous reporter, though something was typed before', () => {
    const typed = { ...NOBODY, name: 'Ibu Contoh', phone: '0812 0000 0000' };
    expect(counterInput({ ...words, isAnonymous: true }, typed, 'CONTACT', []).reporter).toBeNull();
  });

  it('does not send a NIK that nobody needs', () => {
    const typed = { ...NOBODY, nik: '13710000000000' };
    expect(counterInput(words, typed, 'CONTACT', []).reporter).toMatchObject({ nik: null });
    expect(counterInput(words, typed, 'IDENTITY', []).reporter).toMatchObject({ nik: typed.nik });
  });

  it('names the door and the consent', () => {
    expect(
      counterInput({ ...words, channel: 'WHATSAPP', note: ' Map 3 ' }, NOBODY, 'NONE', ['f']),
    ).toMatchObject({
      attachmentIds: ['f'],
      onBehalf: { channel: 'WHATSAPP', consentRecordedAs: 'PAPER_SIGNED', note: 'Map 3' },
    });
  });
});
