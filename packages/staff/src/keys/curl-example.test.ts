import { describe, expect, it } from 'vitest';
import { curlExample } from './curl-example.ts';

describe('the first question with a new key', () => {
  it('is one command for a shell, its JSON whole', () => {
    const command = curlExample('https://lapor.example', 'lapor_abc', ['graph:read']);
    const [, body] = /-d '(.*)'$/s.exec(command) ?? [];
    expect(JSON.parse(body ?? '')).toEqual({
      query: '{ nationalOverview { receivedThisMonth byState { state count } } }',
    });
    expect(command).toContain('https://lapor.example/graphql');
    expect(command).toContain('authorization: Bearer lapor_abc');
    // No quote inside a quoted part would end it early.
    expect(command.match(/'/g)).toHaveLength(8);
  });

  it('asks for the inbox where the key reads reports', () => {
    expect(curlExample('https://lapor.example', 'k', ['reports:read', 'graph:write'])).toContain('inbox(');
  });
});
