import { Archive, BookOpen, CheckCheck, Clock, Inbox } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Status } from '../../../src/model/paper.ts';

/** The sign of each status, the same in the sidebar, the menus and over a paper. */
export const STATUS_ICONS: Readonly<Record<Status, LucideIcon>> = { inbox: Inbox, reading: BookOpen, later: Clock, read: CheckCheck, archived: Archive };
