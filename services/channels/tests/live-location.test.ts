import { describe, expect, it } from 'vitest';
import { useTelegramDoor } from './telegram-world.ts';

const at = (latitude: number) => ({ latitude, longitude: 100.36, live_period: 900 });

describe('a live location in Telegram', () => {
  const door = useTelegramDoor();
  const { says, filed, inbound } = door;

  it('is the place of one report, by its first point alone', async () => {
    await says('LAPOR jalan di depan pasar berlubang');
    expect((await says({ message_id: 77, location: at(-0.9) }))[0]).toContain('diterima');
    const before = await inbound();
    for (const latitude of [-0.91, -0.92])
      expect(await says({ message_id: 77, location: at(latitude) }, 'edited_message')).toEqual([]);
    const venue = { location: at(-0.93), title: 'Pasar' };
    expect(await says({ message_id: 77, venue }, 'edited_message')).toEqual([]);
    expect(await inbound()).toEqual(before);
    // The next report asks for its own place.
    expect((await says('LAPOR lampu jalan padam di depan masjid'))[0]).toContain('Di mana');
    expect(filed().map(({ point }) => point)).toEqual([{ latitude: -0.9, longitude: 100.36 }]);
  });
});
