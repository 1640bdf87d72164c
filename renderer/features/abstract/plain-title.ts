import { t } from '../../messages/messages.ts';
import { readText } from './text/read.ts';

/** A title in plain words, its markup read. */
export const plainTitle = (title: string | undefined): string => readText(title ?? '').text || t('abstract.untitled');
