// Charts and tables: fetched with the pages that have some.
import '@lapor/ui/citizen-figures.css';
import './figures.css';
