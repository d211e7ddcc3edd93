import {
  IconBrandVk,
  IconBuildingCommunity,
  IconDeviceMobileMessage,
  IconFileSpreadsheet,
  IconMail,
  IconMailOpened,
  IconMessageCircle,
  IconNews,
  IconPhone,
  IconUser,
  IconWorld,
} from '@tabler/icons-react';
import { useTexts } from '../app/language.ts';

const icons: Readonly<Record<string, typeof IconWorld>> = {
  portal: IconWorld,
  widget: IconWorld,
  vk: IconBrandVk,
  max: IconMessageCircle,
  ok: IconMessageCircle,
  telegram: IconMessageCircle,
  email: IconMail,
  phone: IconPhone,
  visit: IconUser,
  paper: IconMailOpened,
  desk: IconBuildingCommunity,
  file: IconFileSpreadsheet,
  rss: IconNews,
  sms: IconDeviceMobileMessage,
};

/** Where the message came from: an icon with its word. */
export function ChannelName({ channel }: { channel: string }) {
  const { channels, channelUnknown } = useTexts();
  const Icon = icons[channel] ?? IconMessageCircle;
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        whiteSpace: 'nowrap',
        verticalAlign: 'bottom',
      }}
    >
      <Icon size={14} stroke={1.5} aria-hidden />
      {channels[channel] ?? channelUnknown}
    </span>
  );
}
