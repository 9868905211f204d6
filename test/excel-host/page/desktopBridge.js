// First script of an add-in's page that is served for the Windows protocol: the host's methods, as Excel puts them there.
Object.assign(window.external, window.parent.desktopExternal())
