import type { Components } from 'hast-util-to-jsx-runtime';
import type { ComponentType } from 'react';
import { AdSlot } from '../ads/ad-slot';
import { Chart } from './chart';
import { DataTable } from './data-table';
import { FactorList } from './factor-list';
import { Figure } from './figure';
import { KeyPoints } from './key-points';
import { Note } from './note';
import { PullQuote } from './pull-quote';
import { Timeline } from './timeline';

/** What each component of lib/mdx/components.ts is printed by. */
export const mdxComponents = {
  AdSlot: ({ locale }: { locale: string }) => <AdSlot place="body" locale={locale} className="my-8" />,
  Chart,
  DataTable,
  FactorList,
  Figure,
  KeyPoints,
  Note,
  PullQuote,
  Timeline,
  img: Figure,
} satisfies Components & Record<string, ComponentType<never>>;
