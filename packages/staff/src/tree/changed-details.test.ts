import { describe, expect, it } from 'vitest';
import { changedDetails, type Details } from './changed-details.ts';

const before: Details = {
  regionCode: '13.77',
  address: 'Jl. Merdeka 1',
  phone: '',
  email: 'dpupr@example.go.id',
  website: '',
  unitKeys: ['dpupr'],
  timeZone: 'Asia/Jakarta',
  headTitle: 'Kepala Dinas',
  headName: '',
  headEmail: '',
  headAddress: '',
  isTemplate: true,
};

describe('what is sent of the details', () => {
  it('is nothing when nothing was changed, blanks apart', () =>
    expect(changedDetails(before, { ...before, address: ' Jl. Merdeka 1 ' })).toEqual({}));

  it('is only what differs; an emptied field is null', () =>
    expect(changedDetails(before, { ...before, email: '', headName: 'Rina Oktavia' })).toEqual({
      email: null,
      headName: 'Rina Oktavia',
    }));

  it('has the tasks as a whole', () =>
    expect(changedDetails(before, { ...before, unitKeys: ['dpupr', 'dprkp'] })).toEqual({
      unitKeys: ['dpupr', 'dprkp'],
    }));

  it('turns a template into a checked unit, never back', () => {
    expect(changedDetails(before, { ...before, isTemplate: false })).toEqual({ isTemplate: false });
    expect(changedDetails({ ...before, isTemplate: false }, { ...before, isTemplate: true })).toEqual({});
  });
});
