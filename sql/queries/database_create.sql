-- As initdb made the cluster's template0; another server's template1 may hold things of its own.
create database {name} template template0 encoding 'UTF8'
