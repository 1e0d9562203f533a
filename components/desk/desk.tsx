import { fields } from '@keystatic/core';
import { block, wrapper } from '@keystatic/core/content-components';
import { Keystatic } from '@keystatic/core/ui';
import { createRoot } from 'react-dom/client';
import { deskConfig } from '../../lib/desk/desk-config';
import { startId, type DeskStart } from '../../lib/desk/desk-page';
import { fetchWithVersions } from '../../lib/desk/opened-versions';
import { momentField } from './moment-field';
import { pictureField } from './picture-field';

/* The script of the desk's pages; lib/desk/desk-script.ts builds it. */

window.fetch = fetchWithVersions(window.fetch.bind(window));

const start: DeskStart = JSON.parse(document.getElementById(startId)?.textContent ?? '');
const deskElement = document.getElementById('desk');
if (!deskElement) throw new Error('The page has no place for the desk.');
createRoot(deskElement).render(
  <Keystatic
    config={deskConfig(
      { fields, block, wrapper },
      { moment: momentField, picture: pictureField },
      start.forms,
      start.paper,
      new Date(),
    )}
  />,
);
