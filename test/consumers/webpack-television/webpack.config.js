import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';

const presets = [
  ['@babel/preset-env', { targets: 'chrome 85' }],
  ['@babel/preset-react', { runtime: 'automatic' }],
  '@babel/preset-typescript',
];

export default {
  mode: 'production',
  target: 'browserslist:chrome 85',
  entry: './src/main.tsx',
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      // Includes the packages in node_modules.
      { test: /\.m?[jt]sx?$/, use: { loader: 'babel-loader', options: { presets, sourceType: 'unambiguous' } } },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
    ],
  },
  plugins: [new HtmlWebpackPlugin({ template: 'index.html' }), new MiniCssExtractPlugin()],
};
