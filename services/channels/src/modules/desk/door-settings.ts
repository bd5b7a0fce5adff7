import type { DoorSettings } from './door-states.ts';

/** What of the configuration opens doors; each is there or not. */
export interface DoorConfig {
  gatewayUrl?: unknown;
  smsCallbackSecrets?: readonly unknown[] | undefined;
  smppUrls?: readonly unknown[] | undefined;
  mailIn?: object | undefined;
  telegram?: object | undefined;
  whatsapp?: object | undefined;
  x?: object | undefined;
}

/** Which settings are missing for each door, by name and never by value. Those of one door are there together or not at all. */
export function doorSettingsOf(config: DoorConfig): DoorSettings[] {
  const isSms = Boolean(config.smsCallbackSecrets?.length || config.smppUrls?.length);
  const doors: [channel: string, isSet: boolean, names: string[]][] = [
    ['SMS', isSms, ['SMS_CALLBACK_SECRET / SMPP_URL']],
    ['EMAIL', Boolean(config.mailIn), ['MAIL_IN_PORT', 'MAIL_IN_DOMAIN']],
    ['TELEGRAM', Boolean(config.telegram), ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET']],
    [
      'WHATSAPP',
      Boolean(config.whatsapp),
      ['WHATSAPP_TOKEN', 'WHATSAPP_PHONE_ID', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'],
    ],
    [
      'X',
      Boolean(config.x),
      ['X_CONSUMER_KEY', 'X_CONSUMER_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET', 'X_USER_ID'],
    ],
  ];
  const gateway = config.gatewayUrl ? [] : ['GATEWAY_URL'];
  return doors.map(([channel, isSet, names]) => ({
    channel,
    missing: [...gateway, ...(isSet ? [] : names)],
  }));
}
