/**
 * The mark in the browser's tab: a day on the line of the year.
 *
 * Without one, browsers ask the portal's root for `/favicon.ico`, which is outside the folder.
 */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M0 7h16v2H0z" fill="#888"/><circle cx="8" cy="8" r="5" fill="#c0392b"/></svg>\n`;
