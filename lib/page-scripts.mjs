/*
 * All the script that readers get, some hundred bytes inline: plain texts, so that the headers of every page can name
 * their hashes (security-headers.mjs). Every page works without: the theme follows the system, and links load as links do.
 */

/**
 * Before anything is painted: the reader's choice of theme, and the paper's fonts where public/sw.js holds them already, or
 * never will. Until then a phone's page is set without them (app/globals.css).
 */
export const beforePaint = `(function(d,w){
var s=d.documentElement.dataset;
try{var t=localStorage.theme;if(t)s.theme=t}catch(e){}
if(!w||w.controller){s.fonts='';d.querySelectorAll('link[as=font]').forEach(function(l){l.media='all'})}
})(document,navigator.serviceWorker)`;

/** At the end of the page: the theme buttons and the copy-link button, which are not shown where there is no script. */
export const wireButtons = `(function(d){
var r=d.documentElement,n=['system','light','dark'],bs=d.querySelectorAll('[data-theme-button]');
function name(){var t=r.dataset.theme||'system';bs.forEach(function(b){var s=b.dataset;b.setAttribute('aria-label',s.themeButton.replace('{theme}',s[t]))})}
bs.forEach(function(b){b.onclick=function(){var t=n[(n.indexOf(r.dataset.theme||'system')+1)%3];if(t=='system')delete r.dataset.theme;else r.dataset.theme=t;try{t=='system'?localStorage.removeItem('theme'):localStorage.theme=t}catch(e){}name()}});name();
var c=d.querySelector('[data-copy-link]'),k=navigator.clipboard;
if(c){c.hidden=!k;c.onclick=function(){k.writeText(c.dataset.copyLink).then(function(){c.textContent=c.dataset.copied},function(){c.textContent=c.dataset.refused})}}
})(document)`;

/** When a page is there: what makes the paper one of the reader's apps. */
export const offerAsApp = `addEventListener('load',function(){var d=document,m=d.createElement('link');m.rel='manifest';m.href='/manifest.webmanifest';d.head.append(m)})`;

/**
 * Stories that were opened can be read offline (public/sw.js). The worker is told of those that it did not see being
 * opened: the first page of all, with what it is made of, and pages that were fetched ahead, once a reader sees them.
 */
export const keepForOffline = `(function(d,w){
if(!w)return;
function opened(){var isFirst=!w.controller,n=performance.getEntriesByType('navigation')[0]||{};
w.register('/sw.js').then(function(){return w.ready}).then(function(r){if(isFirst||n.activationStart||n.deliveryType=='navigational-prefetch')r.active.postMessage([location.href].concat(isFirst?performance.getEntriesByType('resource').map(function(e){return e.name}):[]))},function(){})}
addEventListener('load',function(){if(d.prerendering)d.addEventListener('prerenderingchange',opened);else opened()})
})(document,navigator.serviceWorker)`;

/** Addresses that are no pages, or cost more to fetch ahead than they save. */
const notAhead = ['/search*', '/images/*', '/preview/*', '/api/*', '/*.xml', '/*.json', '/*.md', '/*.txt'];

/**
 * Pages that a reader is about to open are made ready, where the browser knows how and neither reader nor system saves
 * data; see docs/decisions/next-page.md.
 */
export const speculationRules = JSON.stringify({
  prerender: [{ where: { and: [{ href_matches: '/*' }, { not: { href_matches: notAhead } }] }, eagerness: 'moderate' }],
});
